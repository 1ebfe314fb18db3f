package org.tctf.authuser.domain;

import org.tctf.kernel.crypto.Encrypted;

/** What is sent to prove an address or a number, and what is kept to know it again. */
public record SentCode(String digest, Encrypted code) {}
