package sportello.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list that administrators keep in an order of their own choice. */
public final class KeptList {
    private final KeptListSql sql;
    private final String table;
    private final Topic topic;
    private final Book book;

    KeptList(KeptListSql sql, String table, Topic topic, Book book) {
        this.sql = sql;
        this.table = table;
        this.topic = topic;
        this.book = book;
    }

    /** Until the transaction ends nobody else changes the list; reading and choosing go on. */
    public void keepAlone() {
        sql.keepAlone(table);
    }

    /** Whether something else in it has that name. */
    public boolean isTaken(String name, long own) {
        return sql.isTaken(table, name, own);
    }

    /** One place up or down, and the book is told; at either end nothing happens. */
    public void move(long id, boolean up) {
        keepAlone();
        var before = sql.order(table);
        var now = moved(before, id, up);
        if (now.equals(before)) return;
        sql.reorder(table, now);
        book.write(topic, id, sql.nameOf(table, id), Place.of(id, before), Place.of(id, now));
    }

    /**
     * Puts these into this order, on the places that they have together; all others stay on theirs. The book is told of
     * each that stands elsewhere.
     */
    public void arrange(List<Long> wanted) {
        keepAlone();
        var before = sql.order(table);
        var now = new ArrayList<>(before);
        var next = wanted.iterator();
        now.replaceAll(id -> wanted.contains(id) ? next.next() : id);
        if (now.equals(before)) return;
        sql.reorder(table, now);
        for (var id : wanted) book.write(topic, id, sql.nameOf(table, id), Place.of(id, before), Place.of(id, now));
    }

    private static List<Long> moved(List<Long> order, long id, boolean up) {
        var from = order.indexOf(id);
        var to = up ? from - 1 : from + 1;
        if (from < 0 || to < 0 || to >= order.size()) return order;
        var moved = new ArrayList<>(order);
        Collections.swap(moved, from, to);
        return moved;
    }
}
