package org.tctf.violations.library.adapter.store;

import java.sql.Connection;

/** A store that goes around its port. */
public record BooksInATable(Connection connection) {}
