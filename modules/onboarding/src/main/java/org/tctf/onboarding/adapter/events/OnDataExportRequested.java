package org.tctf.onboarding.adapter.events;

import jakarta.inject.Singleton;
import java.util.Map;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.onboarding.OnboardingService;
import org.tctf.onboarding.application.Onboardings;
import org.tctf.onboarding.domain.Onboarding;

/** A member gets how far they have come with their first steps. */
@Singleton
public class OnDataExportRequested extends PersonalDataExport {
    private final Onboardings onboardings;

    public OnDataExportRequested(Onboardings onboardings, ServiceTables tables, Codec codec, Encryption encryption) {
        super(OnboardingService.DEFINITION, tables, codec, encryption);
        this.onboardings = onboardings;
    }

    @Override
    protected Map<String, ?> keptOf(String memberId) {
        Onboarding onboarding = onboardings.of(memberId);
        return onboarding.version() == 0 ? Map.of() : Map.of("onboarding", onboarding);
    }
}
