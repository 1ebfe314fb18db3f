package org.tctf.authadmin.adapter.web;

import java.time.Instant;

/** @param provedUntil who has not proved a credential since, is not signed in any more */
record EndedView(Instant provedUntil) {}
