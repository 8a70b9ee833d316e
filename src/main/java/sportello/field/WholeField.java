package sportello.field;

import tools.jackson.databind.json.JsonMapper;

/** A field in one value of a statement, so that others read fields beside what they read anyway. */
public final class WholeField {
    /** Of a line of {@code field f}. */
    public static final String VALUE = """
            jsonb_build_object(
                'id', jsonb_build_object('value', f.id),
                'subject', upper(f.subject),
                'key', f.name,
                'kind', upper(f.kind),
                'label', jsonb_build_object('italian', f.label_it, 'english', f.label_en),
                'hint', jsonb_build_object('italian', f.hint_it, 'english', f.hint_en),
                'limits', jsonb_build_object('longest', f.longest, 'least', f.least, 'most', f.most, 'pattern', f.pattern,
                                             'currency', f.currency, 'leaves', f.leaves),
                'options', coalesce(
                    (select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.position, o.id)
                       from field_option o
                      where o.field_id = f.id
                        and o.valid), '[]'),
                'uses', coalesce(
                    (select jsonb_object_agg(upper(s.screen), upper(s.use)) from field_screen s where s.field_id = f.id),
                    '{}'))::text
            """;

    private WholeField() {}

    public static Field read(String value) {
        return JsonMapper.shared().readValue(value, Field.class);
    }
}
