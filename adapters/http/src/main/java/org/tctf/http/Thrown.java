package org.tctf.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/**
 * Keeps the framework from answering and logging on its own: the response is only a carrier of the exception, which the
 * pipeline finds on it and answers.
 */
@Singleton
final class Thrown implements ExceptionHandler<Throwable, HttpResponse<?>> {

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    public HttpResponse<?> handle(HttpRequest request, Throwable thrown) {
        return HttpResponse.serverError();
    }
}
