package sportello.configuration;

import sportello.base.Refusal;

/**
 * Why a document cannot be brought in.
 *
 * @param line on which it stands, from 1
 * @param place what it is about, {@code queues: Energia: parent}, or what stands there if that cannot be read; empty
 *     for the document as a whole
 */
public record Fault(int line, String place, Refusal why) {}
