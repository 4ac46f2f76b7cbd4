import QualityMeasurement

Sampler.printSome()
