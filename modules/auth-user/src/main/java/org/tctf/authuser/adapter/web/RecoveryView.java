package org.tctf.authuser.adapter.web;

/** @param maskedEmail the address with all but its first letter hidden; looks alike for a name that nobody has */
record RecoveryView(String maskedEmail) {}
