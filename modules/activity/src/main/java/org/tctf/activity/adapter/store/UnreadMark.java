package org.tctf.activity.adapter.store;

/** Is there as long as the notification is unread. */
record UnreadMark(String memberId, String notificationId) {}
