package org.tctf.objects;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Changes of folders that are on the disk when they return, as far as the file system lets a program ask for that. */
final class Disk {
    private Disk() {}

    /** Makes the folder and those above it, down from {@code root}. */
    static void make(Path root, Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null && !folder.equals(root)) {
            make(root, parent);
        }
        Files.createDirectories(folder);
        force(parent);
    }

    /** Deletes a file, and the folders that this leaves empty, up to {@code root}. */
    static void delete(Path root, Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            force(file.getParent());
            prune(root, file.getParent());
        }
    }

    /** Deletes a folder with all that is in it, and the folders above that this leaves empty, up to {@code root}. */
    static void deleteTree(Path root, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed) throws IOException {
                if (failed != null) {
                    throw failed;
                }
                force(visited);
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
        force(folder.getParent());
        prune(root, folder.getParent());
    }

    /** Makes what was added to, renamed in or deleted from a folder last. */
    static void force(@Nullable Path folder) throws IOException {
        if (folder != null && Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }

    private static void prune(Path root, @Nullable Path folder) throws IOException {
        try {
            for (Path empty = folder; empty != null && !empty.equals(root); empty = empty.getParent()) {
                Files.delete(empty);
                force(empty.getParent());
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException done) {
            // others live there
        }
    }
}
