package fettle.project.example;

import fettle.example.ExampleRow.Side;
import fettle.example.ExampleStatus;

/// The numbers that stand for words in projects. They never change.
final class Codes {

    private Codes() {}

    static int of(ExampleStatus status) {
        return switch (status) {
            case DRAFT -> 0;
            case APPROVED -> 1;
            case REJECTED -> 2;
        };
    }

    static ExampleStatus status(int code) {
        return switch (code) {
            case 1 -> ExampleStatus.APPROVED;
            case 2 -> ExampleStatus.REJECTED;
            default -> ExampleStatus.DRAFT;
        };
    }

    static int of(Side side) {
        return switch (side) {
            case NONE -> 0;
            case TRAIN -> 1;
            case VALIDATION -> 2;
        };
    }

    static Side side(int code) {
        return switch (code) {
            case 1 -> Side.TRAIN;
            case 2 -> Side.VALIDATION;
            default -> Side.NONE;
        };
    }
}
