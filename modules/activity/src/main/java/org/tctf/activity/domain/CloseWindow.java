package org.tctf.activity.domain;

/** Command: the five minutes are over. */
public record CloseWindow(Window window) {}
