using Xunit;

// The global source of random numbers, the number of threads and the size of the heap belong to the process: tests take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
