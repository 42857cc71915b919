# expect: contained | an object that runs a program when it is read
def transform(response):
    import pickle
    return {"r": pickle.loads(b"cos\nsystem\n(S'touch /var/tmp/dc_pwned_pickle'\ntR.")}
