/**
 * Encryption and secrets for a platform without a cloud: AES-256-GCM by Tink with keys in a file that only its owner may
 * read, and named secrets derived from one master secret in another. A copy of both files together with the tables is a
 * copy of everything; keep them out of the tables' backups.
 */
@NullMarked
package org.tctf.keyring;

import org.jspecify.annotations.NullMarked;
