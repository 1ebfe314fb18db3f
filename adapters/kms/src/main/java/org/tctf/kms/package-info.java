/**
 * Encryption and secrets on AWS: envelope encryption with data keys of KMS (ADR 17), secrets in Secrets Manager, and what
 * replaces those every 30 days. Keys and secrets are kept in memory for minutes, never longer, never elsewhere.
 */
@NullMarked
package org.tctf.kms;

import org.jspecify.annotations.NullMarked;
