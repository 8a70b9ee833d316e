package sportello.demo.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.base.Html;
import sportello.base.Outcome;
import sportello.customer.CustomerUserId;
import sportello.queue.Incoming;
import sportello.queue.Route;
import sportello.ticket.Channel;
import sportello.ticket.Message;
import sportello.ticket.PastArticle;
import sportello.ticket.PastStep;
import sportello.ticket.PastTicket;
import sportello.ticket.Title;
import sportello.ticket.Upload;
import sportello.ticket.Uploads;

/** Writes everything that is written in one ticket: the clerk's letters and those of the desk. */
final class Pen {
    private static final String ADDRESS = "assistenza@valleservizi.example";

    private final Play play;
    private final Stage stage;
    private final Wording wording;
    private final Letters letters;
    private final boolean byMail;

    /** @param byMail whether the clerk writes by e-mail rather than in the portal */
    Pen(Play play, Stage stage, Wording wording, boolean byMail) {
        this.play = play;
        this.stage = stage;
        this.wording = wording;
        this.letters = new Letters(play.town());
        this.byMail = byMail || play.scenario().isWithMarkup();
    }

    /** The same matter by a colleague's hand. */
    Pen of(Clerk colleague) {
        return new Pen(play, stage, wording.of(colleague), false);
    }

    CustomerUserId writer() {
        return stage.roll().customerUsers().get(clerk().login());
    }

    PastArticle request(Instant at) {
        return request(Beat.of(play.scenario().parts()).getFirst(), at);
    }

    PastArticle request(Beat beat, Instant at) {
        var subject = title(at).value();
        var letter = letters.request(clerk(), fill(beat.part().text(), at));
        var markup = play.scenario().isWithMarkup() ? Markup.of(letter) : null;
        return article(clerk().name(), channel(), true, subject, Markup.plain(letter), markup, beat, at);
    }

    Incoming incoming(PastArticle request) {
        var town = play.town();
        return new Incoming(
                request.channel().key(),
                byMail ? ADDRESS : "",
                clerk().email(),
                stage.roll().customers().get(town.code()),
                town.code(),
                "",
                request.subject(),
                request.text().value());
    }

    PastStep acknowledgement(Instant at) {
        var text =
                stage.phrases().sheet().get("creation").parts(wording.language().code());
        var letter = letters.notice(clerk(), text.getFirst().text());
        return new PastStep.Acknowledged(at, "Valle Servizi", done(Message.of(letter)));
    }

    PastTicket ticket(Instant openedAt, PastArticle request, Route route, List<PastStep> steps) {
        var customer = stage.roll().customers().get(play.town().code());
        return new PastTicket(openedAt, customer, writer(), title(openedAt), route, request, steps);
    }

    PastArticle note(Beat beat, AgentId agent, Instant at) {
        var channel = beat.kind().equals("call") ? Channel.PHONE : Channel.NOTE;
        var text = fill(beat.part().text(), at);
        return article(stage.nameOf(agent), channel, false, beat.part().subject(), text, null, beat, at);
    }

    PastArticle answer(Beat beat, AgentId agent, Instant at) {
        var text = letters.answer(stage.nameOf(agent), clerk(), fill(beat.part().text(), at));
        return article(stage.nameOf(agent), Channel.EMAIL, true, replySubject(at), text, null, beat, at);
    }

    PastArticle closing(Beat beat, AgentId agent, Instant at) {
        var text = letters.answer(stage.nameOf(agent), clerk(), fill(beat.part().text(), at));
        return article(stage.nameOf(agent), Channel.NOTE, true, beat.part().subject(), text, null, beat, at);
    }

    PastArticle reply(Beat beat, Instant at) {
        var text = letters.reply(clerk(), fill(beat.part().text(), at));
        return article(clerk().name(), channel(), true, title(at).value(), text, null, beat, at);
    }

    private PastArticle article(
            String author,
            Channel channel,
            boolean visible,
            String subject,
            String text,
            @Nullable Html html,
            Beat beat,
            Instant at) {
        var uploads = beat.props().stream().map(prop -> upload(prop, at)).toList();
        return new PastArticle(
                author, channel, visible, fill(subject, at), done(Message.of(text)), html, done(Uploads.of(uploads)));
    }

    private Upload upload(Part prop, Instant at) {
        return prop.kind().equals("photo")
                ? Props.photo(prop.argument())
                : Props.written(prop.argument(), fill(prop.text(), at));
    }

    private Title title(Instant at) {
        var titles = play.scenario().titles();
        return done(Title.of(fill(titles.get(play.number() % titles.size()), at)));
    }

    private String replySubject(Instant at) {
        return "Re: " + title(at).value();
    }

    private Channel channel() {
        return byMail ? Channel.EMAIL : Channel.PORTAL;
    }

    private Clerk clerk() {
        return wording.clerk();
    }

    private String fill(String text, Instant at) {
        return wording.fill(text, stage.day(at));
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var why) -> throw new IllegalStateException(why.key());
        };
    }
}
