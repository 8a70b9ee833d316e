-- Short texts that are put into any other, wherever the writing is.
alter table answer_template
    drop constraint answer_template_kinds_check,
    add constraint answer_template_kinds_check
        check (cardinality(kinds) > 0
               and kinds <@ array['answer', 'note', 'call', 'forward', 'mail', 'opening', 'snippet']);
