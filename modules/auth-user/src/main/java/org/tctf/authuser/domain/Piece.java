package org.tctf.authuser.domain;

import org.tctf.kernel.crypto.Encrypted;

/**
 * A piece of a service's answer, still encrypted.
 *
 * @param number from 1
 * @param count of the service's pieces
 */
public record Piece(String service, int number, int count, Encrypted content) {}
