package org.tctf.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Closed-loop load over kept-alive connections, one request at a time on each. Bytes are prepared outside the loop where
 * they can be, and answers are read by length only: the generator shares the two cores with what it measures, so it must cost little.
 */
final class Load {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private final int connections;

    Load(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /**
     * @param perSecond answers of the expected status in each second
     * @param refused other answers
     */
    record Result(double perSecond, long refused, Latencies latencies) {}

    /** What one connection says and hears, in turn. */
    interface Talk {
        byte[] next();

        void answered(byte[] body);
    }

    /** @param requests the bytes of a connection's requests, sent in turn */
    Result run(int seconds, int expectedStatus, IntFunction<byte[][]> requests) {
        return talk(seconds, expectedStatus, i -> new InTurn(requests.apply(i)));
    }

    Result talk(int seconds, int expectedStatus, IntFunction<Talk> talks) {
        Latencies latencies = new Latencies();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<long[]>> counts = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Talk mine = talks.apply(i);
                counts.add(threads.submit(() -> connection(mine, until, expectedStatus, latencies)));
            }
            long good = 0;
            long refused = 0;
            for (Future<long[]> count : counts) {
                good += count.get()[0];
                refused += count.get()[1];
            }
            return new Result(good / (double) seconds, refused, latencies);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a connection failed", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static final class InTurn implements Talk {
        private final byte[][] requests;
        private int sent;

        InTurn(byte[][] requests) {
            this.requests = requests;
        }

        @Override
        public byte[] next() {
            return requests[sent++ % requests.length];
        }

        @Override
        public void answered(byte[] body) {}
    }

    private long[] connection(Talk talk, long until, int expectedStatus, Latencies latencies) throws IOException {
        long good = 0;
        long refused = 0;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            while (System.nanoTime() < until) {
                byte[] request = talk.next();
                long sent = System.nanoTime();
                out.write(request);
                if (readAnswer(in, talk) == expectedStatus) {
                    good++;
                } else {
                    refused++;
                }
                latencies.add(System.nanoTime() - sent);
            }
        }
        return new long[] {good, refused};
    }

    /** Reads one answer with a Content-Length; its status. */
    private static int readAnswer(InputStream in, Talk talk) throws IOException {
        byte[] line = new byte[4096];
        int status = 0;
        int length = 0;
        for (int size = readLine(in, line); size > 0; size = readLine(in, line)) {
            if (status == 0) {
                status = number(line, 9, 12);
            } else if (startsWith(line, size)) {
                length = number(line, LENGTH.length, size);
            }
        }
        talk.answered(in.readNBytes(length));
        return status;
    }

    private static int readLine(InputStream in, byte[] line) throws IOException {
        int size = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the server closed the connection");
            }
            if (b != '\r' && size < line.length) {
                line[size++] = (byte) b;
            }
        }
        return size;
    }

    private static boolean startsWith(byte[] line, int size) {
        if (size < LENGTH.length) {
            return false;
        }
        for (int i = 0; i < LENGTH.length; i++) {
            if ((line[i] | 0x20) != (LENGTH[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] line, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            if (line[i] >= '0' && line[i] <= '9') {
                number = number * 10 + line[i] - '0';
            }
        }
        return number;
    }
}
