package org.tctf.authuser.application;

/** Port: facts that change nothing in this service's own table. */
public interface Announcements {

    void announce(String subject, Object fact);
}
