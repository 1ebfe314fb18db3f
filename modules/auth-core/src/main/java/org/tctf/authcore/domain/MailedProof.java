package org.tctf.authcore.domain;

import org.tctf.kernel.crypto.Encrypted;

/** What is mailed to prove an address, and what is kept to know it again. */
public record MailedProof(String codeDigest, Encrypted code, Encrypted linkToken) {}
