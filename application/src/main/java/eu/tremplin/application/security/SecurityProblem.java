package eu.tremplin.application.security;

import org.springframework.http.HttpStatus;

/** What is answered before a request reaches any controller; each is documented under its code. */
enum SecurityProblem {
    SIGN_IN_NEEDED(
            HttpStatus.UNAUTHORIZED,
            "Sign in first",
            "Send a user's name and password (HTTP Basic) or an applicant's token (Bearer)."),
    SIGN_IN_FAILED(
            HttpStatus.UNAUTHORIZED,
            "Sign-in failed",
            "No active user has this name and password, or this token was not issued here."),
    TOO_MANY_SIGN_IN_FAILURES(
            HttpStatus.TOO_MANY_REQUESTS,
            "Too many failed sign-ins",
            "Wait as long as Retry-After says, then sign in with the right password."),
    SIGN_IN_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE, "Sign-in is not possible now", "The database does not answer; try again."),
    NOT_ALLOWED(HttpStatus.FORBIDDEN, "Not allowed", "None of your roles may do this."),
    CROSS_SITE_REQUEST(
            HttpStatus.FORBIDDEN,
            "Sent by another site",
            "Commands are accepted from Tremplin's own pages and from programs, not from pages of other sites.");

    private final HttpStatus status;
    private final String title;
    private final String detail;

    SecurityProblem(HttpStatus status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    String detail() {
        return detail;
    }

    /** Stable public name, {@code sign-in-needed}. */
    String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
