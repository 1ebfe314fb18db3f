package org.tctf.authcore;

import java.util.LinkedHashMap;
import java.util.Map;

/** Sign-up forms that are right, but for what a sentence changes. */
final class Forms {
    static final String PASSWORD = "correct horse battery staple";

    private Forms() {}

    static Map<String, Object> form(String email, String membershipName) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("email", email);
        form.put("password", PASSWORD);
        form.put("firstName", "Ada");
        form.put("lastName", "Lovelace");
        form.put("membershipName", membershipName);
        form.put("membershipPlan", "INDIVIDUAL");
        form.put("country", "GB");
        form.put("jobTitle", "Analyst");
        return form;
    }

    /** What somebody says of themselves whose address is known otherwise. */
    static Map<String, Object> applicant(String membershipName) {
        Map<String, Object> form = form("", membershipName);
        form.remove("email");
        form.remove("password");
        return form;
    }

    static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        Map<String, Object> other = new LinkedHashMap<>(form);
        other.put(field, value);
        return other;
    }
}
