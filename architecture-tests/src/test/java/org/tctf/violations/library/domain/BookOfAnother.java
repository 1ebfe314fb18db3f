package org.tctf.violations.library.domain;

import org.tctf.violations.archive.domain.Shelf;

/** A service that imports another service's class. */
public record BookOfAnother(Shelf shelf) {}
