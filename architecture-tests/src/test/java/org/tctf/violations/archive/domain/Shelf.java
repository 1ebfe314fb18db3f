package org.tctf.violations.archive.domain;

/** Another service's class. */
public record Shelf(String room) {}
