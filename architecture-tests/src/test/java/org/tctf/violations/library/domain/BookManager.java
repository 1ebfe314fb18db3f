package org.tctf.violations.library.domain;

/** A name that says nothing. */
public final class BookManager {}
