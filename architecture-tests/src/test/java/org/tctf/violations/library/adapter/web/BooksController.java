package org.tctf.violations.library.adapter.web;

import org.tctf.violations.library.adapter.store.BooksInATable;

/** A controller that goes around the use case. */
public record BooksController(BooksInATable books) {}
