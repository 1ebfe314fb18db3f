package org.tctf.authadmin.domain;

import java.time.Instant;

/**
 * Nobody is signed in any more who has not proved a credential since.
 *
 * @param provedUntil sessions in which a credential was last proved up to then have ended
 */
public record EverybodysSessionsEnded(Instant provedUntil) {}
