package jp.noroshi.shelters.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class KnownSheltersTest {

  private static final UUID SCHOOL = UUID.fromString("00000000-0000-4000-8000-000000000001");

  @Test
  void aShelterIsKnownToEverybodyWhoAsksForItAtTheSameMoment() throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    KnownShelters shelters = new KnownShelters(_ -> met(together));
    Callable<Boolean> asked = () -> shelters.test(SCHOOL);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> answer : threads.invokeAll(List.of(asked, asked))) {
        assertThat(answer.get()).isTrue();
      }
    }
  }

  private static boolean met(CyclicBarrier together) {
    try {
      together.await();
      return true;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aShelterThatIsKnownIsLookedUpOnceAndOneThatIsNotEveryTime() {
    AtomicInteger looks = new AtomicInteger();
    Predicate<UUID> onFile =
        id -> {
          looks.incrementAndGet();
          return id.equals(SCHOOL);
        };
    KnownShelters shelters = new KnownShelters(onFile);
    assertThat(shelters.test(SCHOOL)).isTrue();
    assertThat(shelters.test(SCHOOL)).isTrue();
    assertThat(looks).hasValue(1);
    UUID nowhere = new UUID(0, 2);
    assertThat(shelters.test(nowhere)).isFalse();
    assertThat(shelters.test(nowhere)).isFalse();
    assertThat(looks).hasValue(3);
  }
}
