package fettle.engine.train;

import fettle.tuning.supervision.TrainingRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Which rows each optimiser step sees: a pure function of the seed and the step, so that a training which goes on sees
/// what it would have seen. Rows of like length come together, to save padding; their order is shuffled for each epoch.
public final class Batches {

    /// Optimiser steps whose rows are sorted by length together.
    private static final int NEIGHBOURHOOD = 8;

    private final List<TrainingRow> rows;
    private final int size;
    private final int perStep;
    private final long seed;
    private int epoch = -1;
    private List<List<TrainingRow>> order = List.of();

    /// `size` rows in one pass, `perStep` passes in one optimiser step.
    public Batches(List<TrainingRow> rows, int size, int perStep, long seed) {
        this.rows = rows;
        this.size = Math.max(1, size);
        this.perStep = Math.max(1, perStep);
        this.seed = seed;
    }

    public int stepsPerEpoch() {
        int passes = Math.ceilDiv(rows.size(), size);
        return Math.ceilDiv(passes, perStep);
    }

    /// The micro-batches of a step, 0 for the first; the last step of an epoch may have fewer.
    public List<List<TrainingRow>> of(int step) {
        int wanted = step / stepsPerEpoch();
        if (wanted != epoch) {
            order = shuffled(new Random(seed * 1_000_003 + wanted));
            epoch = wanted;
        }
        int from = step % stepsPerEpoch() * perStep;
        return order.subList(from, Math.min(order.size(), from + perStep));
    }

    private List<List<TrainingRow>> shuffled(Random random) {
        var all = new ArrayList<>(rows);
        Collections.shuffle(all, random);
        int together = size * perStep * NEIGHBOURHOOD;
        var passes = new ArrayList<List<TrainingRow>>();
        for (int from = 0; from < all.size(); from += together) {
            List<TrainingRow> near = all.subList(from, Math.min(all.size(), from + together));
            near.sort(Comparator.comparingInt(TrainingRow::length));
            for (int at = 0; at < near.size(); at += size) {
                passes.add(List.copyOf(near.subList(at, Math.min(near.size(), at + size))));
            }
        }
        Collections.shuffle(passes, random);
        return passes;
    }

    /// All rows in passes of `size`, shortest first: for asking without learning.
    static List<List<TrainingRow>> inOrder(List<TrainingRow> rows, int size) {
        List<TrainingRow> sorted = rows.stream().sorted(Comparator.comparingInt(TrainingRow::length)).toList();
        return IntStream.range(0, Math.ceilDiv(rows.size(), size))
                .mapToObj(pass -> sorted.subList(pass * size, Math.min(sorted.size(), (pass + 1) * size))).toList();
    }
}
