package org.tctf.blueprint;

import java.util.ArrayList;
import java.util.List;
import org.tctf.kernel.export.Exporters;
import org.tctf.kernel.service.ServiceDefinition;

/** The environment variables that a function reads; their names are the constants' names. */
public enum Variable {
    /** {@link Stage#name()}. */
    TCTF_STAGE,
    /** {@link PlatformParameter#PUBLIC_URL}. */
    TCTF_PUBLIC_URL,
    /** {@link PlatformParameter#MAIL_FROM}. */
    TCTF_MAIL_FROM,
    /** {@link PlatformParameter#USER_POOL_ID}. */
    TCTF_USER_POOL_ID,
    /** {@link PlatformParameter#USER_POOL_CLIENT_ID}. */
    TCTF_USER_POOL_CLIENT_ID,
    /** Where AppConfig has the service's flags: {@code application/environment/profile}, by AppConfig's ids. */
    TCTF_APPCONFIG,
    /** The bucket of the service's objects. */
    TCTF_BUCKET,
    /** The services that answer for members' copies of their data, with commas between them. */
    TCTF_EXPORTERS,
    /** Where clients connect to the service's WebSocket, {@code wss://…}; its management API is there too, by HTTPS. */
    TCTF_SOCKET_URL,
    /** Web origins whose pages may call the API, with commas between them; set only where there are any. */
    TCTF_CORS_ORIGINS,
    /** Who becomes ADMIN while there is none; set only where there is such a person. */
    TCTF_FIRST_ADMIN,
    /** ARN of the number or pool that text messages and calls come from; set only where there is one. */
    TCTF_PHONE_ORIGIN,
    /** Where a collector beside the function takes spans (OpenTelemetry's own name); set only where there is one. */
    OTEL_EXPORTER_OTLP_ENDPOINT,
    /** The layer's script that starts the runtime on an AOT cache (Lambda's own name); set only where there is one. */
    AWS_LAMBDA_EXEC_WRAPPER;

    /** Those that the functions of this service cannot do without. */
    public static List<Variable> of(ServiceDefinition service) {
        List<Variable> needed = new ArrayList<>(List.of(TCTF_STAGE, TCTF_PUBLIC_URL));
        if (service.providers().contains(Provider.MAIL)) {
            needed.add(TCTF_MAIL_FROM);
        }
        if (service.providers().contains(Provider.IDENTITY)) {
            needed.add(TCTF_USER_POOL_ID);
            needed.add(TCTF_USER_POOL_CLIENT_ID);
        }
        if (!service.flags().isEmpty()) {
            needed.add(TCTF_APPCONFIG);
        }
        if (!service.objects().isEmpty()) {
            needed.add(TCTF_BUCKET);
        }
        if (Exporters.areKnownTo(service)) {
            needed.add(TCTF_EXPORTERS);
        }
        if (service.socket() != null) {
            needed.add(TCTF_SOCKET_URL);
        }
        return List.copyOf(needed);
    }
}
