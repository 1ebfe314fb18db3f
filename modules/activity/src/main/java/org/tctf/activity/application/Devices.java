package org.tctf.activity.application;

import java.util.List;
import java.util.function.Supplier;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Port: a member's devices that are connected at the moment. What they miss they read when they are back. */
@SecondaryPort
public interface Devices {

    /** What a device is told. */
    sealed interface News {

        /** A new notification, and the tray with it. */
        record Created(ListNotifications.Shown shown, Notifications.Tray tray) implements News {}

        /** The tray has changed, by these being read if there are any. */
        record Changed(List<String> read, Notifications.Tray tray) implements News {}
    }

    /** Tells all of them; the news is made only when there are any. Devices may be told twice. */
    void tell(String memberId, Supplier<News> news);
}
