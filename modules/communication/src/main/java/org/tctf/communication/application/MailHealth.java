package org.tctf.communication.application;

/** Port: how the providers of mail are doing. */
public interface MailHealth extends Providers {}
