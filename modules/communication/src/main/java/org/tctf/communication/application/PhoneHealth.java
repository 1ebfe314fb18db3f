package org.tctf.communication.application;

/** Port: how the providers of text messages and calls are doing. */
public interface PhoneHealth extends Providers {}
