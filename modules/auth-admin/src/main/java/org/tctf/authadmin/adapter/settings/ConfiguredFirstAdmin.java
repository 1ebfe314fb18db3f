package org.tctf.authadmin.adapter.settings;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.application.FirstAdmin;
import org.tctf.kernel.EmailAddress;

/** {@code TCTF_FIRST_ADMIN}, as whoever starts the service hands it on. */
@Singleton
public class ConfiguredFirstAdmin implements FirstAdmin {
    private final @Nullable String address;

    public ConfiguredFirstAdmin(@Nullable @Property(name = "tctf.first-admin") String address) {
        this.address = address;
    }

    @Override
    public Optional<EmailAddress> address() {
        return Optional.ofNullable(address).map(EmailAddress::new);
    }
}
