package org.tctf.http.notes;

record Note(String id, String title, long version) {}
