### layer
