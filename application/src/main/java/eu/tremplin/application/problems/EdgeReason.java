package eu.tremplin.application.problems;

import eu.tremplin.domain.shared.Reason;
import org.springframework.http.HttpStatus;

/** Why the edge itself does not do what was asked, before or after the domain has looked at it. */
public enum EdgeReason implements Reason {
    MALFORMED_BODY(HttpStatus.BAD_REQUEST, "The body is not the JSON that is asked for; pointer names the place."),
    INVALID_VALUE(HttpStatus.BAD_REQUEST, "A value can never be right; field or pointer names it."),
    MALFORMED_PARAMETER(HttpStatus.BAD_REQUEST, "A part of the address is not of the form that is asked for."),
    MALFORMED_HEADER(HttpStatus.BAD_REQUEST, "A header is not of the form that is asked for."),
    MOMENT_BEFORE_THE_LOG(HttpStatus.BAD_REQUEST, "At that moment nothing had happened yet."),
    MOMENT_IN_THE_FUTURE(HttpStatus.BAD_REQUEST, "That moment is still to come, by the clock of the log."),
    SIGN_IN_NEEDED(
            HttpStatus.UNAUTHORIZED, "Send a user's name and password (HTTP Basic) or an applicant's token (Bearer)."),
    SIGN_IN_FAILED(
            HttpStatus.UNAUTHORIZED, "No active user has this name and password, or this token was not issued here."),
    NOT_ALLOWED(HttpStatus.FORBIDDEN, "The caller's roles, or what the caller owns, do not permit this."),
    WITHHELD(
            HttpStatus.FORBIDDEN,
            "The caller has a conflict of interest with the startup, and its application is not shown to them."),
    CROSS_SITE_REQUEST(
            HttpStatus.FORBIDDEN,
            "Commands are accepted from Tremplin's own pages and from programs, not from pages of other sites."),
    ON_BEHALF_OF_MISSING(
            HttpStatus.FORBIDDEN, "Staff who act for an applicant say so with the header On-Behalf-Of: applicant."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here."),
    UNKNOWN_REFERENCE(HttpStatus.NOT_FOUND, "The body names something that does not exist; pointer names the place."),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address does not take this method."),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "No representation of this is of an accepted media type."),
    ALREADY_EXISTS(HttpStatus.CONFLICT, "This has been created already."),
    LOST_RACE(HttpStatus.CONFLICT, "Others changed the same thing again and again meanwhile; ask once more."),
    REQUEST_IN_FLIGHT(
            HttpStatus.CONFLICT, "A request with this idempotency key is being handled; ask again for its answer."),
    REBUILD_IN_PROGRESS(
            HttpStatus.CONFLICT,
            "The read model is already being rebuilt; GET on the same address shows how far it is."),
    NO_REBUILD_UNDER_WAY(
            HttpStatus.CONFLICT,
            "No rebuild of this read model is under way, or not in a phase in which this can be asked."),
    REBUILD_NOT_READY(HttpStatus.CONFLICT, "The new rows are not complete, or are the live ones already."),
    NO_FORMER_ROWS(HttpStatus.CONFLICT, "The read model has no former rows: they were never made, or were given up."),
    FORMER_ROWS_BEHIND(
            HttpStatus.CONFLICT,
            "The former rows are not as new as the live ones, and nobody is shown an older state."),
    TOO_MANY_REPLAYS(
            HttpStatus.CONFLICT,
            "So many replays are under way that no more are taken: wait for one to end, or cancel one."),
    REPLAY_OVER(HttpStatus.CONFLICT, "The replay has ended, and what came of it is kept."),
    STALE_VERSION(HttpStatus.PRECONDITION_FAILED, "It has changed since the version in If-Match; look at it again."),
    CONTENT_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request is larger than what is accepted here."),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Bodies of this media type are not accepted here."),
    CONTRADICTION(
            HttpStatus.UNPROCESSABLE_CONTENT, "The parts of the request are well-formed and cannot be true together."),
    FILE_UNUSABLE(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The file is not what its mapping describes, and nothing of it was imported; why says where."),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT, "This idempotency key has already been used for another request."),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests; wait as long as Retry-After says."),
    TOO_MANY_SIGN_IN_FAILURES(
            HttpStatus.TOO_MANY_REQUESTS, "Wait as long as Retry-After says, then sign in with the right password."),
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Something is wrong on our side; the correlation id finds it in the log."),
    POSITION_NOT_REACHED(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The read model has not come to the position that is asked for in time; ask again."),
    READ_MODEL_NOT_READY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The read model is being rebuilt for this version of Tremplin; ask again when it is complete."),
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The database does not answer. With an idempotency key it is safe to ask again.");

    private final HttpStatus status;
    private final String explanation;

    EdgeReason(HttpStatus status, String explanation) {
        this.status = status;
        this.explanation = explanation;
    }

    public HttpStatus status() {
        return status;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
