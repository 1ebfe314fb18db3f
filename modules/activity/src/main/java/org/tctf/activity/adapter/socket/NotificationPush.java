package org.tctf.activity.adapter.socket;

import org.tctf.activity.adapter.view.NotificationView;

/**
 * A new notification.
 *
 * @param quiet whether it came in quiet hours, and the device should not disturb
 * @param unread how many there are now
 * @param revision the higher one is the newer count
 */
public record NotificationPush(NotificationView notification, boolean quiet, long unread, long revision) {}
