package sportello.web.portal;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.identity.Viewer.CustomerViewer;
import sportello.ticket.FollowingUp;
import sportello.ticket.Message;
import sportello.ticket.Request;
import sportello.ticket.Requests;
import sportello.ticket.Submission;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.ticket.Uploads;
import sportello.web.Notice;
import sportello.web.ReceivedFiles;
import sportello.web.Views;

@Controller
class ReplyController {
    private final FollowingUp followingUp;
    private final Requests requests;
    private final Views views;

    ReplyController(FollowingUp followingUp, Requests requests, Views views) {
        this.followingUp = followingUp;
        this.requests = requests;
        this.views = views;
    }

    @PostMapping("/portal/requests/{number}/replies")
    View create(@PathVariable TicketNumber number, ReplyForm form, CustomerViewer viewer) {
        var request = requests.get(number, viewer);
        var text = Message.of(form.text());
        var files = Uploads.of(ReceivedFiles.chosen(form.files()));
        if (text instanceof Outcome.Done(var inText) && files instanceof Outcome.Done(var attached)) {
            var submission = Submission.of(form.form(), number.value(), inText, attached);
            return switch (followingUp.byPortal(number, submission, inText, attached, viewer)) {
                case Outcome.Done<Trace> done -> replied(request, viewer);
                case Outcome.Refused<Trace> refused -> again(request, form, Problems.NONE.and("text", refused));
            };
        }
        return again(request, form, Problems.NONE.and("text", text).and("files", files));
    }

    private View replied(Request before, CustomerViewer viewer) {
        var end = requests.end(before, viewer);
        var said = before.line().state().isOver() && end.isEmpty() ? "portal.reopened" : "portal.replied";
        var number = end.orElse(before.line().number());
        return views.redirect("/portal/requests/" + number, Notice.of(said));
    }

    private View again(Request request, ReplyForm form, Problems problems) {
        var lost = ReceivedFiles.chosen(form.files()).size();
        var page = new RequestPage(request, form.form(), form.text(), lost, problems);
        return views.show(HttpStatus.UNPROCESSABLE_CONTENT, "portal/request", page);
    }
}
