package org.yicheng.congress.pages;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Election;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionElections;
import org.yicheng.document.Papers;

/** The elections of a session whose results stand for everybody to read, each with its proclamation once issued. */
@Component
public class Announced {

    private final SessionElections elections;
    private final Papers papers;

    Announced(SessionElections elections, Papers papers) {
        this.elections = elections;
        this.papers = papers;
    }

    /** One election with what it gave. */
    public record One(Election election, Election.Result result, Optional<Papers.Paper> proclamation) {}

    List<One> of(Session session) {
        return elections.of(session.id()).stream()
                .filter(election -> election.state().announced() && !election.dismissal())
                .flatMap(election -> election
                        .outcome()
                        .map(result -> new One(
                                election,
                                result,
                                papers.ofSubject("election:" + election.id()).stream()
                                        .findFirst()))
                        .stream())
                .toList();
    }
}
