package org.tctf.usermanagement.adapter.events;

import jakarta.inject.Singleton;
import java.util.Map;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.usermanagement.UserManagementService;
import org.tctf.usermanagement.application.Members;
import org.tctf.usermanagement.domain.ErasedMember;
import org.tctf.usermanagement.domain.Member;

/** A member gets their record and profile. */
@Singleton
public class OnDataExportRequested extends PersonalDataExport {
    private final Members members;

    public OnDataExportRequested(Members members, ServiceTables tables, Codec codec, Encryption encryption) {
        super(UserManagementService.DEFINITION, tables, codec, encryption);
        this.members = members;
    }

    @Override
    protected Map<String, ?> keptOf(String memberId) {
        return switch (members.find(memberId).orElseGet(() -> new ErasedMember(memberId, 0))) {
            case Member member -> Map.of("member", member);
            case ErasedMember _ -> Map.of();
        };
    }
}
