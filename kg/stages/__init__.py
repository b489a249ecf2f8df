"""The stages of a reading, in the order of `kg.pipeline.STAGES`; each fills its own field of the Reading."""
