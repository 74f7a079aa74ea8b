package eu.tremplin.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CrossSiteGuardTest {

    private static final int PASSED = 200;
    private static final int REFUSED = 403;

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/editions");

    @Test
    void letsProgramsPass() throws Exception {
        assertThat(answer()).isEqualTo(PASSED);
    }

    @Test
    void letsItsOwnPagesPass() throws Exception {
        request.addHeader("Sec-Fetch-Site", "same-origin");
        request.addHeader("Origin", "https://tremplin.example");
        request.addHeader("Host", "localhost:8080");

        assertThat(answer()).isEqualTo(PASSED);
    }

    @Test
    void refusesPagesOfOtherSites() throws Exception {
        request.addHeader("Sec-Fetch-Site", "cross-site");

        assertThat(answer()).isEqualTo(REFUSED);
    }

    @Test
    void refusesOtherPortsOfTheSameSite() throws Exception {
        request.addHeader("Sec-Fetch-Site", "same-site");

        assertThat(answer()).isEqualTo(REFUSED);
    }

    @Test
    void judgesBrowserThatOnlyTellsTheOriginByTheOrigin() throws Exception {
        request.addHeader("Host", "tremplin.example:8080");
        request.addHeader("Origin", "https://tremplin.example:8080");
        assertThat(answer()).isEqualTo(PASSED);

        for (String other : new String[] {"http://evil.example", "http://tremplin.example", "null", "%"}) {
            request.removeHeader("Origin");
            request.addHeader("Origin", other);
            assertThat(answer()).as(other).isEqualTo(REFUSED);
        }
    }

    @Test
    void letsEverybodyRead() throws Exception {
        request.setMethod("GET");
        request.addHeader("Sec-Fetch-Site", "cross-site");

        assertThat(answer()).isEqualTo(PASSED);
    }

    private int answer() throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        new CrossSiteGuard((_, refused, _) -> refused.setStatus(REFUSED))
                .doFilterInternal(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
