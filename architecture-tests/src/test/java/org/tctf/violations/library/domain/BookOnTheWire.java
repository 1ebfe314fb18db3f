package org.tctf.violations.library.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A domain that knows JSON. */
public record BookOnTheWire(@JsonProperty("isbn") String isbn) {}
