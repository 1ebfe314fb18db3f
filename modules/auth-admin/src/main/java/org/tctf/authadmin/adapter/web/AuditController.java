package org.tctf.authadmin.adapter.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.application.ListAudit;
import org.tctf.authadmin.application.VerifyAudit;
import org.tctf.authadmin.domain.AuditFilter;
import org.tctf.authadmin.domain.Point;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Page;

@Controller("/v1/admin/audit")
@RolesAllowed("ADMIN")
class AuditController {
    private final ListAudit listAudit;
    private final VerifyAudit verifyAudit;
    private final InstantSource clock;

    AuditController(ListAudit listAudit, VerifyAudit verifyAudit, InstantSource clock) {
        this.listAudit = listAudit;
        this.verifyAudit = verifyAudit;
        this.clock = clock;
    }

    /**
     * Lists what happened, newest first. Without member, actor and type: of one day (UTC). A page may have fewer than the
     * limit, and yet a next one.
     *
     * @param member whom it concerns
     * @param actor who did it
     * @param type as the fact is called, SIGNED_IN
     */
    @Get
    Page<AuditView> entries(
            @Nullable @QueryValue @Size(max = 100) String member,
            @Nullable @QueryValue @Size(max = 100) String actor,
            @Nullable @QueryValue @Pattern(regexp = "^[A-Z_]{1,60}$") String type,
            @Nullable @QueryValue Instant from,
            @Nullable @QueryValue Instant to,
            @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Nullable @QueryValue String cursor) {
        AuditFilter filter = AuditFilter.of(member, actor, type, from, to, clock.instant());
        return listAudit.list(filter, limit, cursor).map(AuditView::of);
    }

    /**
     * Looks whether the log is what was written, some thousand entries at a time: nothing changed, missing, inserted or in
     * another place.
     *
     * @param seq with the hash: a point that the log had reached, to go on from
     * @param hash of the entry with that number
     */
    @Get("/verification")
    VerdictView verify(
            @Nullable @QueryValue @Min(0) Long seq,
            @Nullable @QueryValue @Pattern(regexp = "^[0-9a-f]{64}$") String hash) {
        if ((seq == null) != (hash == null)) {
            throw Problem.invalid("INCOMPLETE_POINT", "Send seq and hash of a point, or neither.");
        }
        return VerdictView.of(verifyAudit.verify(seq == null || hash == null ? null : new Point(seq, hash)));
    }
}
