package org.tctf.activity.domain;

/** Command: tell what a closed window has gathered. */
public record TellWindow(Window window) {}
