package org.tctf.kernel.export;

import org.tctf.kernel.crypto.Encrypted;

/**
 * A piece of what a service keeps of a member. Published by every service that keeps something.
 *
 * @param number of the piece, from 1
 * @param count of the service's pieces
 * @param piece of the service's answer, gzipped and in Base64, encrypted for {@link PersonalDataExport#PURPOSE}
 */
public record DataExportPrepared(
        String exportId, String userId, String service, int number, int count, Encrypted piece) {}
