package org.tctf.communication.adapter.web;

import jakarta.validation.constraints.Size;

/** @param url {@code https://}, a public name, no port */
record WebhookForm(@Size(max = 500) String url) {}
