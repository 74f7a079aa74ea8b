package eu.tremplin.application.dashboard;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.security.AccessLog;
import eu.tremplin.application.security.AccessLogEntry;
import eu.tremplin.application.security.AccessLogEntry.Kind;
import eu.tremplin.application.security.CorrelationId;
import eu.tremplin.application.security.SignInCookie;
import eu.tremplin.application.security.TooManySignInFailures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets people in by name and password, and out again. */
@Controller
final class SignInController {

    private static final String PAGE = "sign-in";

    private final AuthenticationManager passwords;
    private final SignInCookie cookie;
    private final AccessLog accessLog;

    SignInController(AuthenticationManager passwords, SignInCookie cookie, AccessLog accessLog) {
        this.passwords = passwords;
        this.cookie = cookie;
        this.accessLog = accessLog;
    }

    @GetMapping("/sign-in")
    String ask(
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String out,
            @ModelAttribute("viewer") @Nullable Viewer viewer,
            Model model) {
        if (viewer != null) {
            return "redirect:" + OwnAddress.of(to);
        }
        model.addAttribute("to", to);
        model.addAttribute("signedOut", out != null);
        return PAGE;
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String to,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(name.strip(), password);
        attempt.setDetails(new WebAuthenticationDetails(request));
        try {
            Authentication known = passwords.authenticate(attempt);
            cookie.loginSuccess(request, response, known);
            return "redirect:" + OwnAddress.of(to);
        } catch (TooManySignInFailures e) {
            long seconds = Math.max(1, e.pause().toSeconds());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            return again(HttpStatus.TOO_MANY_REQUESTS, "waitSeconds", seconds, name, to, model, response);
        } catch (BadCredentialsException _) {
            writeDown(request);
            return again(HttpStatus.UNAUTHORIZED, "wrong", true, name, to, model, response);
        }
    }

    private static String again(
            HttpStatus status,
            String why,
            Object what,
            String name,
            @Nullable String to,
            Model model,
            HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute(why, what);
        model.addAttribute("name", name);
        model.addAttribute("to", to);
        return PAGE;
    }

    // Nobody's name: people type passwords where names belong.
    private void writeDown(HttpServletRequest request) {
        accessLog.record(AccessLogEntry.of(
                "anonymous",
                Kind.SIGN_IN_FAILED,
                request.getMethod() + " " + request.getRequestURI(),
                EdgeReason.SIGN_IN_FAILED.code(),
                CorrelationId.of(request)));
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        cookie.logout(request, response, null);
        return "redirect:/sign-in?out";
    }
}
