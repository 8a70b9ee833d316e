package sportello.demo.story;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Things by the names that the demo's files give them. */
public final class Named<T> {
    private final Map<String, T> things = new HashMap<>();

    public void put(String name, T thing) {
        if (things.put(name, thing) != null) throw new IllegalArgumentException("two are called " + name);
    }

    /** @throws IllegalArgumentException if nothing has that name */
    public T get(String name) {
        var thing = things.get(name);
        if (thing == null) throw new IllegalArgumentException("nothing is called " + name);
        return thing;
    }

    public Collection<T> all() {
        return things.values();
    }

    /** The name of one that is here. */
    String nameOf(T wanted) {
        return things.entrySet().stream()
                .filter(entry -> entry.getValue().equals(wanted))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
